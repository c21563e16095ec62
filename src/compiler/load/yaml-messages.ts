/**
 * Why each YAML finding matters and what to do about it; the message with the value is written where the
 * finding is made. The keys are all codes that reading one file can report.
 */
export const advice = {
  'yaml/too-large': {
    why: 'a file of this size is not written by people and would make every check slow',
    help: 'split the spec with "extends", one file per environment',
  },
  'yaml/too-deep': {
    why: 'no part of a spec is nested that deep, and the checks walk every level',
    help: 'remove levels, or close the brackets that are left open',
  },
  'yaml/too-many-aliases': {
    why: 'aliases multiply the work of every check',
    help: 'put what is shared into a parent file and use "extends"',
  },
  'yaml/too-many-nodes': {
    why: 'every check visits every value, so a spec of this size would never finish',
    help: 'remove what is not part of the environment',
  },
  'yaml/aliases-too-large': {
    why: 'aliases that point to aliases multiply, and a few lines can fill the memory',
    help: 'write the values out, or put what is shared into a parent file and use "extends"',
  },
  'yaml/scalar-too-long': {
    why: 'long values make every check slow, and no setting of a spec is that long',
    help: 'shorten the value, or close the quote that is left open',
  },
  'yaml/key-too-long': {
    why: 'YAML looks for the colon in the first 1,024 characters of a key only',
    help: 'shorten the key',
  },
  'yaml/empty': {
    why: 'a spec names its version and its environment before anything else',
    help: 'start with "apiVersion: elastiform/v1", "environment: prod" and "tier: prod", one on each line',
  },
  'yaml/root-not-map': {
    why: 'a spec is a map of keys and values, such as "environment: prod"',
    help: 'start the file with "apiVersion: elastiform/v1" and write one "key: value" on each line',
  },
  'yaml/several-documents': {
    why: 'one file describes one environment, and a second document would be ignored',
    help: 'remove the "---" line, or move what follows into a file of its own',
  },
  'yaml/merge-conflict': {
    why: 'version control has left two versions of these lines, and the compiler cannot choose',
    help: 'keep the lines that are right, and remove the lines with the marks "<<<<<<<", "=======" and ">>>>>>>"',
  },
  'yaml/directive': {
    why: 'a directive such as "%YAML 1.1" changes what plain words like "no" mean in this file alone',
    help: 'remove the line; specs are YAML 1.2',
  },
  'yaml/tag': {
    why: 'a tag changes the type of a value behind the back of the schema',
    help: 'remove the tag; quote the value if it is text that starts with "!"',
  },
  'yaml/merge-key': {
    why: 'YAML 1.2 has no merge key, and tools disagree about which value wins',
    help: 'write the keys out, or put them into a parent file and use "extends"',
  },
  'yaml/tab': {
    why: 'YAML counts spaces to see what belongs together, and a tab has no fixed width',
    help: 'indent with spaces, two for each level',
  },
  'yaml/empty-key': {
    why: 'every value of a spec is found by the name of its key',
    help: 'write the name before the colon',
  },
  'yaml/null-key': {
    why: 'other tools read this word as "no value", so the key would have no name',
    help: 'quote the key if it is meant as a name',
  },
  'yaml/complex-key': {
    why: 'every value of a spec is found by the name of its key',
    help: 'write a plain name before the colon',
  },
  'yaml/forbidden-key': {
    why: 'JavaScript gives this name a meaning of its own, so it could change other values',
    help: 'choose another name',
  },
  'yaml/duplicate-key': {
    why: 'one of the two values would be lost without a word',
    help: 'keep one of them',
  },
  'yaml/unknown-alias': {
    why: 'an alias repeats a value that an anchor has named earlier in the same file',
    help: 'name the value with "&" first, or quote the text if the star is part of it',
  },
  'yaml/alias-cycle': {
    why: 'the value would contain itself without end',
    help: 'write the value out instead of the alias',
  },
  'yaml/bad-anchor': {
    why: 'an anchor names exactly one value so that an alias can repeat it',
    help: 'write "&name" once before the value, or quote the text if the "&" is part of it',
  },
  'yaml/nul': {
    why: 'the text cannot be read past it, which is typical of a file saved as UTF-16',
    help: 'save the file as UTF-8',
  },
  'yaml/control-character': {
    why: 'YAML forbids it, it is invisible, and it can change what a terminal shows',
    help: 'delete the character and type the line again',
  },
  'yaml/bidi-character': {
    why: 'it makes the text read differently from what the compiler sees, so a review would miss a change',
    help: 'delete the character',
  },
  'yaml/lone-surrogate': {
    why: 'it is half of a character and cannot be written to a file',
    help: 'delete it, or write the whole character',
  },
  'yaml/lone-carriage-return': {
    why: 'YAML lines end with a line feed, so tools disagree about where this line ends',
    help: 'save the file with line feeds (LF)',
  },
  'yaml/forbidden-text': {
    why: 'the engine that writes the Terraform files would take it for a reference to another value',
    help: 'remove the text "TfToken["',
  },
  'yaml/not-normalized': {
    why: 'Terraform would write them as single characters (Unicode NFC), and not find a name that is spelled this way',
    help: 'type the text again; most keyboards give single characters',
  },
  'yaml/not-finite': {
    why: 'JSON and Terraform know no such number',
    help: 'write a number, or quote the value if it is text',
  },
  'yaml/number-too-large': {
    why: 'numbers beyond 9007199254740991 lose digits when they are read',
    help: 'quote the value if it is text, such as an account id, or write a smaller number',
  },
  'yaml/indentation': {
    why: 'indentation decides what a line belongs to, so this one belongs to nothing',
    help: 'give the line the same indentation as the lines it belongs with',
  },
  'yaml/missing-colon': {
    why: 'every line of a map is "key: value"',
    help: 'write a colon and a space after the key',
  },
  'yaml/missing-space': {
    why: 'YAML sees the mark only when a space separates it from the text',
    help: 'write a space between the two',
  },
  'yaml/missing-comma': {
    why: 'entries between brackets are separated by commas',
    help: 'write a comma before it',
  },
  'yaml/extra-comma': {
    why: 'there is no entry between this comma and the one before',
    help: 'remove the comma',
  },
  'yaml/unclosed-quote': {
    why: 'without the closing quote the following lines would become part of the value',
    help: 'close the quote on the same line',
  },
  'yaml/unclosed-bracket': {
    why: 'without the closing bracket the following lines would become part of the value',
    help: 'close the bracket, or quote the value if the bracket is part of it',
  },
  'yaml/wrong-bracket': {
    why: 'a list is closed by "]" and a map by "}"',
    help: 'write the bracket that matches the opening one',
  },
  'yaml/stray-bracket': {
    why: 'a closing bracket needs an opening one',
    help: 'remove the bracket, or quote the value if the bracket is part of it',
  },
  'yaml/nested-on-one-line': {
    why: 'YAML cannot tell which colon separates the key from the value',
    help: 'quote the value if the colon is part of it, or put the inner key on a line of its own',
  },
  'yaml/list-on-key-line': {
    why: 'a list with dashes starts on the line after its key',
    help: 'put the first dash on the next line, or write the list as [a, b]',
  },
  'yaml/list-in-brackets': {
    why: 'entries between brackets are separated by commas and have no dash',
    help: 'remove the dash',
  },
  'yaml/key-over-lines': {
    why: 'a key and its colon stand on one line',
    help: 'write the key on one line',
  },
  'yaml/needs-quotes': {
    why: 'YAML keeps this character for itself at the start of a value',
    help: 'quote the value',
  },
  'yaml/bad-escape': {
    why: 'between double quotes a backslash starts an escape, and this one does not exist',
    help: 'write two backslashes, or use single quotes',
  },
  'yaml/block-text': {
    why: 'after "|" or ">" only a digit, "-" or "+" and a comment may follow on the line',
    help: 'put the text on the next line, indented deeper than its key',
  },
  'yaml/unexpected-text': {
    why: 'a value ends where its quote, bracket or line ends',
    help: 'remove the text, or put quotes around the whole value',
  },
  'yaml/too-many-problems': {
    why: 'a long list hides the first mistake, which often causes the others',
    help: 'repair the problems above and run the command again',
  },
} as const satisfies Record<string, { why: string; help: string }>;

/** Every code that reading one YAML file can report. */
export type YamlCode = keyof typeof advice;

/** The help where somebody has written `${var.max}` or `{{ max }}`. */
export const NO_TEMPLATES =
  'specs are not templates; write the value, or quote it if the braces are part of it';

/** A piece of the user's text for a message: on one line, quoted, at most 40 characters. */
export function show(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  // Cut by code point, so that no half character is printed.
  const short = line.length > 40 ? [...line.slice(0, 80)].slice(0, 39).join('') + '…' : line;
  return `"${short}"`;
}
