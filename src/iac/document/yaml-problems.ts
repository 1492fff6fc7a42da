/** What is wrong with a file that is no YAML, in words, by the reason that the YAML parser gives. */

interface Explanation {
  readonly message: string;
  readonly hint?: string;
}

/** The reason for which there is something to do. */
export const UNINDENTED = 'deficient indentation';

const CONTROL: Explanation = { message: 'a control character stands here', hint: 'Remove the character.' };
const DIRECTIVE: Explanation = { message: 'a line that begins with `%` is no directive of YAML' };
const ESCAPE: Explanation = {
  message: 'a text in double quotes has an unknown escape',
  hint: 'Put the text in single quotes.',
};
const FOLLOWS: Explanation = { message: 'something stands here that cannot follow what comes before it' };
const HEADER: Explanation = {
  message: 'after `|` or `>` stands something else than a digit, `+`, `-` or a comment',
};
const INDENT: Explanation = {
  message: 'the indentation does not fit the lines around it',
  hint: 'Indent keys of one map alike.',
};
const NAMELESS: Explanation = {
  message: 'a name is missing after `&` or `*`',
  hint: 'Put text that begins with `&` or `*` in quotes.',
};
const NO_COLON: Explanation = {
  message: 'a colon is missing after a key',
  hint: 'Write `key: value`, with a space.',
};
const RESERVED: Explanation = {
  message: 'a text cannot begin with this character',
  hint: 'Put the text in quotes.',
};
const TAG: Explanation = {
  message: 'a tag has characters that no tag has',
  hint: 'Put text that begins with `!` in quotes.',
};
const TWICE_VALUE: Explanation = {
  message: 'a key follows where a value stands already',
  hint: 'Check the indentation, and put text with `: ` in quotes.',
};
const UNCLOSED_DOUBLE: Explanation = { message: 'a text in double quotes is not closed' };
const UNCLOSED_SINGLE: Explanation = { message: 'a text in single quotes is not closed' };

const EXPLANATIONS: ReadonlyMap<string, Explanation> = new Map([
  ['a line break is expected', HEADER],
  ['bad explicit indentation width of a block scalar; it cannot be less than one', HEADER],
  ['repeat of a chomping mode identifier', HEADER],
  ['repeat of an indentation width identifier', HEADER],
  ['a whitespace character is expected after the key-value separator within a block mapping', NO_COLON],
  ["expected ':' after a mapping key", NO_COLON],
  [
    'can not read a block mapping entry; a multiline key may not be an implicit key',
    { message: 'a key runs over several lines, or a colon is missing after it' },
  ],
  ['alias node should not have any properties', { message: 'an alias has an anchor or a tag of its own' }],
  ['duplication of a tag property', { message: 'a value has two tags' }],
  ['duplication of an anchor property', { message: 'a value has two anchors' }],
  ['name of an alias node must contain at least one character', NAMELESS],
  ['name of an anchor node must contain at least one character', NAMELESS],
  ['bad indentation of a mapping entry', INDENT],
  ['bad indentation of a sequence entry', INDENT],
  [
    UNINDENTED,
    {
      message:
        'a bracket or a quote before this line is not closed, or many lines inside it are not indented',
      hint: 'Close it, or indent the lines more than the key before them.',
    },
  ],
  [
    'tab characters must not be used in indentation',
    { message: 'a tab stands in the indentation', hint: 'Indent with spaces.' },
  ],
  ["expected the node content, but found ','", { message: 'a comma stands where a value should' }],
  ['missed comma between flow collection entries', { message: 'a comma or a bracket is missing' }],
  ['unexpected end of the stream within a flow collection', { message: 'a bracket is not closed' }],
  ['unexpected end of the document within a double quoted scalar', UNCLOSED_DOUBLE],
  ['unexpected end of the stream within a double quoted scalar', UNCLOSED_DOUBLE],
  ['unexpected end of the document within a single quoted scalar', UNCLOSED_SINGLE],
  ['unexpected end of the stream within a single quoted scalar', UNCLOSED_SINGLE],
  ['unexpected end of the stream within a verbatim tag', { message: 'a tag `!<` is not closed by `>`' }],
  ['expected hexadecimal character', ESCAPE],
  ['unknown escape sequence', ESCAPE],
  ['expected valid JSON character', CONTROL],
  ['null byte is not allowed in input', CONTROL],
  ['the stream contains non-printable characters', CONTROL],
  ['named tag handle cannot contain such characters', TAG],
  ['tag suffix cannot contain exclamation marks', TAG],
  ['tag suffix cannot contain flow indicator characters', TAG],
  ['directives end mark is expected', { message: 'after a line that begins with `%` comes no `---`' }],
  [
    'unacceptable YAML version of the document',
    { message: 'the file declares a version of YAML other than 1' },
  ],
]);

/**
 * Half a sentence on a syntax error, and the next step where there is a likely one. The parser has one reason for
 * several mistakes, which what stands at the offset tells apart.
 */
export function explainYaml(reason: string, text: string, offset: number): Explanation {
  const found = text.charAt(offset);
  if (reason.startsWith('tag name cannot contain') || reason.startsWith('undeclared tag handle')) return TAG;
  if (reason.includes('directive') && !EXPLANATIONS.has(reason)) return DIRECTIVE;
  const explained = EXPLANATIONS.get(reason) ?? FOLLOWS;
  if (explained !== INDENT && explained !== FOLLOWS) return explained;
  if (/^[@`%]$/.test(found)) return RESERVED;
  if (explained === FOLLOWS || beginsLine(text, offset)) return explained;
  return found === ':' ? TWICE_VALUE : FOLLOWS;
}

/** Whether nothing but spaces and dashes stands before an offset in its line. */
function beginsLine(text: string, offset: number): boolean {
  let start = offset;
  while (start > 0 && ' \t-'.includes(text.charAt(start - 1))) start--;
  return start === 0 || '\r\n\uFEFF'.includes(text.charAt(start - 1));
}
