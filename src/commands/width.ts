/**
 * How many columns a text takes on a terminal: the bundle gives it to yargs in place of `string-width`, which knows emoji and all
 * scripts, and whose tables take half as long to load as Node itself. The help of padpress is Latin text.
 */
export default (text: string): number => [...text].length;
