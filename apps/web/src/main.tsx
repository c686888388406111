import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './look.css';
import './frame/frame.css';
import './shared/page.css';
import './shared/register-table.css';
import './shared/path-line.css';
import './shared/file-viewer.css';
import './print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Application } from './application.tsx';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
