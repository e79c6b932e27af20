/** A text as the model wants it: without white space at its ends, lines ended by a line feed; '' when blank. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
