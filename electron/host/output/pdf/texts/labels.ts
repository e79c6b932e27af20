/**
 * Puts values into a label of the template. `{name}` stands for a value; a part in square brackets is left out when one
 * of its values is empty: `[{percent} ]Rabatt {amount}`. Unknown names stay as they are.
 */
export function fillLabel(label: string, values: Readonly<Record<string, string>>): string {
  const fill = (text: string): string => text.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
  return fill(
    label.replace(/\[([^[\]]*)\]/gu, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/gu)].some(([, name]) => values[name ?? ''] === '') ? '' : part,
    ),
  );
}
