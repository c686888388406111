import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const project = join(import.meta.dirname, '../..');

/** The table of contents of the house: `#documents/contract` → its source, as package.json `imports` says. */
function houseDoors() {
  const { imports } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    imports: Record<string, { source: string }>;
  };
  return Object.entries(imports).map(([door, { source }]) => ({
    find: new RegExp(`^${door}$`),
    replacement: join(project, source),
  }));
}

/** What pdf.js reads while it runs: fonts of PDF files that carry none, and character maps. */
function pdfResources(): Plugin {
  const from = join(project, 'node_modules/pdfjs-dist');
  return {
    name: 'pdf-resources',
    writeBundle({ dir }) {
      for (const folder of ['standard_fonts', 'cmaps'])
        cpSync(join(from, folder), join(dir!, 'pdf', folder), { recursive: true });
    },
  };
}

const api = process.env['APRITE_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), pdfResources()],
  resolve: { alias: houseDoors() },
  server: { port: 5173, proxy: { '/api': api, '/health': api } },
  build: {
    outDir: join(project, 'dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 700,
  },
});
