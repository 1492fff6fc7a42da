/** The comment of a pull request and the summary of a job. */
import { LIMITS } from '../model/limits.ts';
import type { Report } from '../model/report.ts';
import { type Line, line, link, type Page } from './document.ts';
import { hiddenMarker, joinMarkdown, type Markdown, markdown } from './escape.ts';
import { type Fitted, fitPieces, utf8Bytes } from './fit.ts';
import { footerMarkdown, headlineMarkdown, paragraphMarkdown, piecesOf, sectionFrame } from './markdown.ts';
import { count } from './money.ts';
import { pageOf } from './page.ts';

export interface CommentOptions {
  /** The page of the run, whose summary holds the full report. */
  readonly runUrl?: string;
  /** One HTML comment by which the comment is found again; it becomes the first line. */
  readonly marker?: string;
  /** At most so many bytes of UTF-8; `LIMITS.commentBytes` where absent. */
  readonly maxBytes?: number;
}

/** The comment: what changes, folded where it passes, unfolded where it does not. Within `maxBytes`. */
export function renderComment(report: Report, options: CommentOptions = {}): string {
  const { runUrl, marker, maxBytes = LIMITS.commentBytes } = options;
  const page = pageOf(report, { scope: 'changes', runUrl });
  return writePage(page, { unfolded: false, maxBytes, runUrl, marker });
}

/** The same with everything in it and nothing folded, for a job summary. Within `LIMITS.summaryBytes`. */
export function renderSummary(report: Report): string {
  return writePage(pageOf(report, { scope: 'all' }), { unfolded: true, maxBytes: LIMITS.summaryBytes });
}

interface Writing {
  readonly unfolded: boolean;
  readonly maxBytes: number;
  readonly runUrl?: string | undefined;
  readonly marker?: string | undefined;
}

/** A page as Markdown of at most `maxBytes`. The headline always stands; the lead comes before the sections. */
export function writePage(page: Page, { unfolded, maxBytes, runUrl, marker }: Writing): string {
  const head = markdown`${marker === undefined ? markdown`` : markdown`${hiddenMarker(marker)}\n`}${headlineMarkdown(page.tone, page.headline)}`;
  const foot = footerMarkdown(page.footer);
  const reserve = utf8Bytes(leftOutMarkdown(999_999_999, runUrl, unfolded));
  let left = maxBytes - utf8Bytes(head) - utf8Bytes(foot) - reserve;
  const lead = fitPieces(piecesOf(page.lead), left);
  left -= bytesOf(lead.texts);
  const fitted = fitSections(page, unfolded, left);
  const leftOut = lead.leftOut + fitted.leftOut;
  const note = leftOut === 0 ? markdown`` : leftOutMarkdown(leftOut, runUrl, unfolded);
  const body = joinMarkdown([head, ...lead.texts, ...fitted.texts, note, foot]);
  return utf8Bytes(body) <= maxBytes ? body : joinMarkdown([head]);
}

/** Each section gets what it needs up to half of what is left, in the order of rank; the last gets all of it. */
function fitSections(page: Page, unfolded: boolean, bytes: number): Fitted<Markdown> {
  const order = [...page.sections].sort((a, b) => a.rank - b.rank);
  const texts = new Map<Page['sections'][number], readonly Markdown[]>();
  let left = bytes;
  let leftOut = 0;
  order.forEach((section, index) => {
    const { open, close } = sectionFrame(section, unfolded);
    const frame = utf8Bytes(open) + utf8Bytes(close);
    const share = index === order.length - 1 ? left : Math.floor(left / 2);
    const fitted = fitPieces(piecesOf(section.blocks()), share - frame);
    leftOut += fitted.leftOut;
    if (fitted.texts.length === 0) return;
    const whole = [open, ...fitted.texts, close];
    texts.set(section, whole);
    left -= bytesOf(whole);
  });
  return { texts: page.sections.flatMap((section) => texts.get(section) ?? []), leftOut };
}

function leftOutMarkdown(leftOut: number, runUrl: string | undefined, unfolded: boolean): Markdown {
  return paragraphMarkdown(leftOutLine(leftOut, runUrl, unfolded));
}

function leftOutLine(leftOut: number, runUrl: string | undefined, unfolded: boolean): Line {
  const rows = leftOut === 1 ? line`row does` : line`rows do`;
  const start = line`${count(leftOut)} ${rows} not fit here, those with the smallest changes`;
  if (unfolded) return line`${start}; the JSON report has them all.`;
  const where = line`the job summary`;
  return line`${start}; ${runUrl === undefined ? where : line`${link(where, runUrl)}`} and the JSON report have them.`;
}

function bytesOf(texts: readonly Markdown[]): number {
  return texts.reduce((sum, text) => sum + utf8Bytes(text), 0);
}
