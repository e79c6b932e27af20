/**
 * First code point that may stand in no stored text, null when there is none: control characters (C0, DEL, C1), lone
 * surrogates, noncharacters such as U+FFFE, line and paragraph separators, and bidirectional overrides, with which a text
 * could show other than it reads. Line feed and tab are allowed in `multiline` texts. XML 1.0, section 2.2, asks for most
 * of these; the rest breaks layout or deceives.
 */
export function forbiddenCharacter(text: string, { multiline }: { multiline: boolean }): number | null {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const allowed = multiline && (code === 0x0a || code === 0x09);
    if (!allowed && isForbidden(code)) return code;
  }
  return null;
}

function isForbidden(code: number): boolean {
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return true;
  if (code < 0x2028) return false;
  if (code <= 0x202e || (code >= 0x2066 && code <= 0x2069)) return true;
  if (code >= 0xd800 && code <= 0xdfff) return true;
  return (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
}
