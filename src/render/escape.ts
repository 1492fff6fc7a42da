/**
 * The only maker of Markdown and HTML from text that a pull request chose.
 *
 * `Markdown` and `Html` are branded: they come from the templates below, whose fixed parts can only be literals of
 * the source, and from the functions below, which escape. Raw text does not type-check as either.
 */
import { LIMITS } from '../model/limits.ts';
import { isPlainWord } from './plain-word.ts';

declare const markdownBrand: unique symbol;
declare const htmlBrand: unique symbol;

/** GitHub-flavoured Markdown that is safe to post. */
export type Markdown = string & { readonly [markdownBrand]: true };
/** HTML that is safe in the text of an element. */
export type Html = string & { readonly [htmlBrand]: true };

/** A sentence of ours may carry a name of the pull request, so it may be longer than a name. */
const SENTENCE_CHARACTERS = 2 * LIMITS.shownCharacters;

/** Control, format, unassigned, private and lone surrogate characters, invisible ones, and spaces that are not U+0020. */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Co}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]/gu;

const PRINTABLE_ASCII = /^[ -~]*$/;

/** Marks stacked on one character beyond any script's need: they would paint over the lines around. */
const STACKED = /(\p{Mn}{4})\p{Mn}+/gu;

/** Markdown of ours, with Markdown in its holes. */
export function markdown(parts: TemplateStringsArray, ...holes: readonly Markdown[]): Markdown {
  return String.raw({ raw: parts }, ...holes) as Markdown;
}

/** HTML of ours, with HTML in its holes. */
export function html(parts: TemplateStringsArray, ...holes: readonly Html[]): Html {
  return String.raw({ raw: parts }, ...holes) as Html;
}

/** Safe Markdown, one after the other. */
export function joinMarkdown(parts: readonly Markdown[], separator: Markdown = '' as Markdown): Markdown {
  return parts.join(separator) as Markdown;
}

/** Safe HTML, one after the other. */
export function joinHtml(parts: readonly Html[], separator: Html = '' as Html): Html {
  return parts.join(separator) as Html;
}

/** Text as `<code>`, for Markdown: safe in a table cell, a list, a heading and a summary. */
export function code(text: string, characters: number = LIMITS.shownCharacters): Markdown {
  return inCode(shown(text, characters)) as string as Markdown;
}

/** Text as `<code>`, for HTML. */
export function codeHtml(text: string, characters: number = LIMITS.shownCharacters): Html {
  return inCode(shown(text, characters)) as string as Html;
}

/** Lines to copy, with their indentation, for Markdown: on one line of source, so that a list or a table holds it. */
export function example(lines: readonly string[]): Markdown {
  return exampleMarkup(lines) as Markdown;
}

/** Lines to copy, with their indentation, for HTML. */
export function exampleHtml(lines: readonly string[]): Html {
  return exampleMarkup(lines) as Html;
}

/**
 * A sentence that may hold text of the pull request: plain words and numbers stay readable; whatever stands between
 * backticks, and every word that could be a mention, a reference, a link or markup, becomes `<code>`.
 */
export function prose(text: string): Markdown {
  return proseMarkup(text) as Markdown;
}

/** A sentence that may hold text of the pull request, for HTML. */
export function proseHtml(text: string): Html {
  return proseMarkup(text) as Html;
}

/** Words and figures of ours: anything that Markdown could take for structure becomes an entity. */
export function own(text: string): Markdown {
  return entities(text, NOT_OWN) as Markdown;
}

/** Words and figures of ours, for HTML. */
export function ownHtml(text: string): Html {
  return entities(text, NOT_OWN) as Html;
}

/** Figures on one line, however narrow their place is: a browser may break after a space and after `−`. */
export function unbroken(text: Markdown): Markdown {
  return text.replaceAll(' ', '&nbsp;').replaceAll('−', '−&NoBreak;') as Markdown;
}

/** An address of ours as a link target; `undefined` where it is not a plain https address. */
export function linkTarget(url: string): (Markdown & Html) | undefined {
  return /^https:\/\/[A-Za-z0-9][A-Za-z0-9._~:/?=%-]*$/.test(url) && url.length <= 2000
    ? (entities(url, /[^A-Za-z0-9:/._-]/gu) as Markdown & Html)
    : undefined;
}

/** The hidden first line by which a comment is found again: one HTML comment, or an error, which is a bug of ours. */
export function hiddenMarker(marker: string): Markdown {
  if (!/^<!-- (?:(?!--)[ -~])* -->$/.test(marker))
    throw new Error('a comment marker is one HTML comment on one line');
  return marker as Markdown;
}

/**
 * Text for a terminal, a log or an annotation: on one line, without control characters, escape sequences,
 * bidirectional overrides or invisible characters.
 */
export function plain(text: string, characters: number = SENTENCE_CHARACTERS): string {
  return shown(text.replace(/[\t\n\r ]+/g, ' '), characters);
}

/** Cuts at code points, so that never half a character is left, and replaces what cannot be seen. */
function shown(text: string, characters: number): string {
  let kept = '';
  let count = 0;
  for (const character of text) {
    if (count === characters) return `${visible(kept)}…`;
    kept += character;
    count += 1;
  }
  return visible(kept);
}

function visible(text: string): string {
  // Nearly all text is like this, and the tables of Unicode are slow to load.
  if (PRINTABLE_ASCII.test(text)) return text;
  return text.replace(UNSEEN, '\ufffd').replace(STACKED, '$1\ufffd');
}

function exampleMarkup(lines: readonly string[]): string {
  const text = lines.map((one) => encoded(shown(one, LIMITS.shownCharacters)));
  return `<pre><code>${text.join('&#10;')}</code></pre>`;
}

function proseMarkup(text: string): string {
  const quoted = plain(text).split('`');
  const closed = quoted.length % 2 === 1;
  return quoted
    .map((part, index) => {
      if (index % 2 === 1 && (closed || index < quoted.length - 1)) return part === '' ? '' : inCode(part);
      return part.split(' ').map(proseWord).join(' ');
    })
    .join('');
}

function proseWord(word: string): string {
  if (word === '') return '';
  if (!isPlainWord(word)) return inCode(word);
  return entities(word, COULD_BEGIN_A_LIST.test(word) ? /[^A-Za-z0-9]/gu : NOT_OWN);
}

/**
 * Entities keep Markdown from reading structure. They do not keep GitHub from finding mentions and references
 * afterwards, which it never looks for inside `<code>`; e-mail addresses it does link even there, unless the text is
 * broken by an element (found with cmark-gfm 0.29.0.gfm.6).
 */
function inCode(text: string): string {
  return `<code>${encoded(text)}</code>`;
}

function encoded(text: string): string {
  return entities(text, /[^A-Za-z0-9 ]/gu).replaceAll('&#64;', '<span></span>&#64;');
}

/** What may have a meaning in Markdown or HTML, outside of what stays as it is in words and figures of ours. */
const NOT_OWN = /[^A-Za-z0-9 ,.;:()$+%/='"\-–−→×·≈≥…’]/gu;

/** `1.`, `-`, `+`, `=`: words that mean something to Markdown where a line begins with them. */
const COULD_BEGIN_A_LIST = /^(?:[0-9]+[.)][^0-9]*|[-+*=]+)$/;

function entities(text: string, outside: RegExp): string {
  return text.replace(outside, (character) => `&#${character.codePointAt(0)};`);
}
