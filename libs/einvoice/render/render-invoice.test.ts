import { exampleCii, exampleInvoice } from '../examples.ts';
import { parseInvoice } from '../model/parse-invoice.ts';
import { renderInvoice } from './render-invoice.ts';

const texts = (page: string) =>
  page
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

test('the page shows who, what and how much, in the language asked', () => {
  const lv = texts(renderInvoice(exampleInvoice(), 'lv'));
  const en = texts(renderInvoice(exampleInvoice(), 'en'));
  for (const page of [lv, en]) {
    expect(page).toContain('LV-2026/118');
    expect(page).toContain('SIA &quot;Ceļš &amp; Tilts&quot;');
    expect(page).toContain('Greiderēšana');
    expect(page).toContain('LV80 BANK 0000 4351 9500 1');
  }
  expect(lv).toContain('Pircējs');
  expect(en).toContain('Buyer');
  expect(en).not.toContain('Pircējs');
});

test('amounts are the texts of the invoice, not floating point', () => {
  const invoice = exampleInvoice();
  invoice.totals.due = '12345678901234567890.12';
  expect(texts(renderInvoice(invoice, 'lv')).replace(/[\s\u00a0\u202f]/g, '')).toMatch(/12345678901234567890,12/);
});

test.each([
  ['5900', '5\u00a0900,00'],
  ['-0.5', '−0,50'],
  ['0.125', '0,125'],
  ['5.900,00', '5.900,00'],
])('the amount %s is shown as %s', (given, shown) => {
  const invoice = exampleInvoice();
  invoice.totals.due = given;
  expect(renderInvoice(invoice, 'lv')).toContain(`${shown} EUR`);
});

test('nothing in an invoice becomes markup, in any field', () => {
  const hostile = '<script>alert(1)</script>"\'&';
  const poison = <T>(value: T): T => {
    if (typeof value === 'string') return (value === 'Invoice' ? value : hostile) as T;
    if (Array.isArray(value)) return value.map(poison) as T;
    if (value && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, poison(each)])) as T;
    }
    return value;
  };
  const page = renderInvoice(poison(exampleInvoice()), 'lv');
  expect(page).not.toMatch(/<script/i);
  expect(page).toContain('&lt;script&gt;');
  expect(page).not.toMatch(/="[^"]*<script/);
});

test('the style is a style, not escaped text', () => {
  const style = /<style>([\s\S]*?)<\/style>/.exec(renderInvoice(exampleInvoice(), 'lv'))![1]!;
  expect(style).toContain('"Noto Sans"');
  expect(style).not.toContain('&');
});

test('a CII invoice and an all but empty one are pages too', () => {
  expect(texts(renderInvoice(parseInvoice(exampleCii()), 'en'))).toContain('Novads');
  const empty = parseInvoice('<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>');
  const page = renderInvoice(empty, 'lv');
  expect(page).toMatch(/^<!doctype html>/i);
  expect(page).not.toMatch(/undefined|null|NaN/);
});
