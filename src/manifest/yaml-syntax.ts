/** What is wrong with a file that is no YAML, in words, by the code that the YAML parser gives. */

interface Explanation {
  readonly message: string;
  readonly hint?: string;
}

const EXPLANATIONS: ReadonlyMap<string, Explanation> = new Map([
  [
    'BAD_INDENT',
    { message: 'the indentation does not fit the lines around it', hint: 'Indent keys of one map alike.' },
  ],
  ['TAB_AS_INDENT', { message: 'a tab stands in the indentation', hint: 'Indent with spaces.' }],
  ['MISSING_CHAR', { message: 'a quote, bracket, comma or colon is missing' }],
  ['UNEXPECTED_TOKEN', { message: 'something stands here that cannot follow what comes before it' }],
  [
    'BAD_SCALAR_START',
    { message: 'a text cannot begin with this character', hint: 'Put the text in quotes.' },
  ],
  ['BAD_DQ_ESCAPE', { message: 'a text in double quotes has an unknown escape', hint: 'Use single quotes.' }],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    {
      message: 'a key follows where a value stands already',
      hint: 'Check the indentation, and put text with `: ` in quotes.',
    },
  ],
  ['MULTILINE_IMPLICIT_KEY', { message: 'a key runs over several lines, or a colon is missing after it' }],
  ['BLOCK_IN_FLOW', { message: 'an indented list or map stands inside brackets' }],
  ['KEY_OVER_1024_CHARS', { message: 'a key has more than 1,024 characters' }],
  ['MULTIPLE_ANCHORS', { message: 'a value has two anchors' }],
  ['MULTIPLE_TAGS', { message: 'a value has two tags' }],
]);

const UNCLOSED: Explanation = { message: 'a bracket is not closed, or the lines inside it are not indented' };

/**
 * Half a sentence on a syntax error, and the next step where there is a likely one. `detail` is the parser's own
 * message: it has one code for two mistakes.
 */
export function explainSyntax(code: string, detail: string): Explanation {
  if (code === 'BAD_INDENT' && detail.includes('end with a')) return UNCLOSED;
  return EXPLANATIONS.get(code) ?? { message: 'this line cannot be read' };
}
