/**
 * Draws Markdown files as GitHub would show them, for looking at while working on the outputs:
 * `node scripts/picture.ts comment.md comment.png [width] [dark]`. An `.html` file is drawn as it is.
 * Needs `cmark-gfm` and `chromium` on the machine; nothing else in the project does.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const STYLE = `
  body { margin: 0; padding: 16px; box-sizing: border-box; background: var(--page); color: var(--text);
    font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif, "Noto Color Emoji"; }
  :root { --page: #fff; --text: #1f2328; --line: #d1d9e0; --soft: #818b981f; --link: #0969da; --row: #f6f8fa; }
  :root.dark { --page: #0d1117; --text: #f0f6fc; --line: #3d444d; --soft: #656c7633; --link: #4493f8; --row: #151b23; }
  h3 { font-size: 1.25em; line-height: 1.25; margin: 0 0 16px; font-weight: 600; }
  h4 { font-size: 1em; line-height: 1.25; margin: 24px 0 16px; font-weight: 600; }
  p, ul, table, details { margin: 0 0 16px; }
  ul { padding-left: 2em; }
  li + li { margin-top: .25em; }
  table { border-collapse: collapse; display: block; width: max-content; max-width: 100%; overflow: auto; font-variant: tabular-nums; }
  th, td { border: 1px solid var(--line); padding: 6px 13px; }
  th { font-weight: 600; }
  tr { border-top: 1px solid var(--line); }
  tr:nth-child(2n) { background: var(--row); }
  code { font: 85%/1.5 ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", monospace; padding: .2em .4em; border-radius: 6px;
    background: var(--soft); white-space: break-spaces; }
  pre { margin: 0 0 16px; padding: 16px; border-radius: 6px; background: var(--row); }
  pre code { padding: 0; background: none; }
  sub { font-size: 75%; line-height: 0; position: relative; vertical-align: baseline; bottom: -.25em; }
  summary { cursor: pointer; }
  a { color: var(--link); }
`;

const EXTENSIONS = ['table', 'autolink', 'strikethrough', 'tasklist', 'tagfilter'].flatMap((name) => [
  '-e',
  name,
]);

function pageOf(file: string, dark: boolean): string {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.html')) return text;
  const body = execFileSync('cmark-gfm', ['--unsafe', ...EXTENSIONS], { input: text, encoding: 'utf8' });
  return `<!doctype html><html${dark ? ' class="dark"' : ''}><meta charset="utf-8"><style>${STYLE}</style><body>${body}</body></html>`;
}

function chromium(...options: readonly string[]): string {
  const quiet = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--virtual-time-budget=1000',
  ];
  return execFileSync('chromium', [...quiet, ...options], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

const [source, target, width = '900', theme] = process.argv.slice(2);
if (source === undefined || target === undefined)
  throw new Error('usage: picture.ts FILE PNG [WIDTH] [dark]');
const folder = mkdtempSync(join(tmpdir(), 'picture-'));
try {
  const page = join(folder, 'page.html');
  const text = pageOf(source, theme === 'dark');
  const measure = '<script>document.documentElement.dataset.height = document.body.scrollHeight</script>';
  writeFileSync(page, `${text}${measure}`);
  const height = /data-height="(\d+)"/.exec(
    chromium('--dump-dom', `--window-size=${width},200`, `file://${page}`),
  )?.[1];
  writeFileSync(page, text);
  chromium(`--screenshot=${resolve(target)}`, `--window-size=${width},${height ?? '1200'}`, `file://${page}`);
} finally {
  rmSync(folder, { recursive: true });
}
