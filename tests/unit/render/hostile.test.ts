import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/model/limits.ts';
import { renderAnnotations } from '../../../src/render/annotations.ts';
import { renderComment, renderSummary } from '../../../src/render/comment.ts';
import { renderDiagnostics } from '../../../src/render/diagnostics.ts';
import {
  renderEstimateHtml,
  renderEstimateJson,
  renderEstimateMarkdown,
  renderEstimateTerminal,
} from '../../../src/render/estimate.ts';
import { renderHtml } from '../../../src/render/html.ts';
import { renderJson } from '../../../src/render/json.ts';
import { reportSchema } from '../../../src/render/report-schema.ts';
import { renderTerminal } from '../../../src/render/terminal.ts';
import { ATTACKS } from './attacks.ts';
import { hostileReport } from './hostile-report.ts';
import { dangers, read } from './reader.ts';
import { estimate } from './reports.ts';

const MARKER = '<!-- bedrock-cost-diff:v1 key=default -->';
const RUN = 'https://github.com/o/r/actions/runs/1';
const OURS = [MARKER, `[full report in the job summary](${RUN})`, `[the job summary](${RUN})`];
const TAGS =
  /<\/?(?:!doctype|html|head|meta|title|style|body|main|h1|h2|p|ul|li|table|thead|tbody|tr|th|td|strong|small|details|summary|footer|code|span|pre)(?: [^<>]*)?>/g;

const SGR = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe.each(ATTACKS.map((attack, index) => ({ attack, index })))('attack $index', ({ attack }) => {
  const report = hostileReport(attack);
  const tree = estimate(
    report.diff.charges.flatMap(({ head }) => (head === undefined ? [] : [head])),
    report.diagnostics,
  );

  test('the comment is inert, whole and within its bounds', () => {
    const comment = renderComment(report, { marker: MARKER, runUrl: RUN });
    expect(comment.startsWith(`${MARKER}\n### `)).toBe(true);
    expect(dangers(comment, OURS)).toEqual([]);
    expect(bytes(comment)).toBeLessThanOrEqual(LIMITS.commentBytes);
    expect(comment.match(/<!--/g)).toHaveLength(1);
    expect(comment.match(/<details/g)?.length).toBe(comment.match(/<\/details>/g)?.length);
    for (const rows of read(comment).tables) expect(new Set(rows).size).toBe(1);
  });

  test('the summary and the Markdown of an estimate are inert', () => {
    for (const text of [renderSummary(report), renderEstimateMarkdown(tree, report.prices)]) {
      expect(dangers(text)).toEqual([]);
      expect(text).not.toContain('<!--');
      for (const rows of read(text).tables) expect(new Set(rows).size).toBe(1);
    }
  });

  test('no invisible character is left in any Markdown or HTML', () => {
    for (const text of [renderComment(report), renderSummary(report), renderHtml(report)]) {
      const seen = text.replaceAll('\n', '').replaceAll('\ufe0f', '');
      expect(seen).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      const entities = [...text.matchAll(/&#([0-9]+);/g)].map(([, code]) =>
        String.fromCodePoint(Number(code)),
      );
      expect(
        entities.filter(
          (character) => character !== '\n' && /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(character),
        ),
      ).toEqual([]);
    }
  });

  test('the page has no elements but its own', () => {
    for (const page of [renderHtml(report), renderEstimateHtml(tree, report.prices)]) {
      expect(page.replace(TAGS, '')).not.toMatch(/</);
      expect(page).not.toMatch(/<(?:script|img|iframe|a|svg|object|link|base|form)\b|\son\w+=/i);
    }
  });

  test('the terminal gets no control characters', () => {
    const options = { color: false, width: 100, details: true };
    const texts = [
      renderTerminal(report, options),
      renderEstimateTerminal(tree, report.prices, options),
      renderDiagnostics(tree, options),
    ];
    for (const text of texts) {
      expect(text.replaceAll('\n', '').replaceAll('⚠️', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }
    const painted = renderTerminal(report, { ...options, color: true });
    expect(painted.replaceAll(SGR, '').replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  test('annotations have only the line ends of ours and name no file outside the tree', () => {
    for (const { message, title, file } of renderAnnotations(report)) {
      expect(message.split('\n').length).toBeLessThan(20);
      expect(`${message.replaceAll('\n', '')}${title}`).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(message.length).toBeLessThan(4096);
      if (file !== undefined) expect(file).toBe(attack);
    }
  });

  test('the JSON carries the text unchanged and follows its schema', () => {
    const parsed = reportSchema.parse(JSON.parse(renderJson(report)));
    expect(parsed.head.revision).toBe(attack.isWellFormed() ? attack : parsed.head.revision);
    expect(() => JSON.parse(renderEstimateJson(tree, report.prices))).not.toThrow();
  });
});

test.each(['../../x', '/etc/passwd', 'a/../../b', '..\\x', 'a\nb', 'a\u202eb'])(
  'no annotation at %j',
  (file) => {
    const { diff, ...rest } = hostileReport('x');
    const diagnostics = [
      { code: 'iac-missing', severity: 'error', message: 'm', at: { file }, side: 'head' },
    ] as const;
    const [annotation] = renderAnnotations({
      ...rest,
      diff: { ...diff, charges: [] },
      diagnostics,
      verdict: { ...rest.verdict, breaches: [] },
    });
    expect(annotation).toEqual({ level: 'error', title: 'Bedrock cost: iac-missing', message: 'm' });
  },
);
