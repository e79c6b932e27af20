// @vitest-environment happy-dom
import type { VueWrapper } from '@vue/test-utils';
import { describe, expect, test, vi } from 'vitest';
import { nextTick, type Ref } from 'vue';
import { plainToRichText, type RichText } from '#shared/domain/rich-text.ts';
import { mountField, mountInWindow } from '../testing/mount.ts';
import { placeholderChoices } from './rich-text/placeholders.ts';
import RichTextEditor from './RichTextEditor.vue';
import RichTextView from './RichTextView.vue';

const placeholders = placeholderChoices('de', new Map([['dueDate', '15.12.2026']]));

async function open(
  start: RichText | null,
  props: Record<string, unknown> = {},
): Promise<{ wrapper: VueWrapper; value: Ref<RichText | null>; surface: HTMLElement }> {
  const { wrapper, value } = mountField<RichText | null>(RichTextEditor, start, {
    label: 'Text',
    placeholders,
    ...props,
  });
  const surface = wrapper.get('[role="textbox"]').element as HTMLElement;
  await vi.waitFor(() => expect(surface.classList).toContain('ProseMirror'));
  return { wrapper, value, surface };
}

describe('the editor of formatted texts', () => {
  test('shows a text with its formatting and changes nothing by itself', async () => {
    const start = plainToRichText('Bitte bis {dueDate}\n\nDanke');
    const { surface, value } = await open(start);
    expect([...surface.querySelectorAll('p')].map((p) => p.textContent)).toEqual(['Bitte bis 15.12.2026', 'Danke']);
    expect(value.value).toEqual(start);
  });

  test('marks a placeholder without a value, and one that there is not', async () => {
    const { surface } = await open(plainToRichText('{dueDate} {skontoDate} {gibtEsNicht}'));
    expect([...surface.querySelectorAll('.placeholder')].map((chip) => [chip.className, chip.textContent])).toEqual([
      ['placeholder placeholder--value', '15.12.2026'],
      ['placeholder placeholder--empty', 'Skonto bis'],
      ['placeholder placeholder--unknown', 'gibtEsNicht'],
    ]);
  });

  test('takes another value from outside', async () => {
    const { surface, value } = await open(plainToRichText('vorher'));
    value.value = plainToRichText('nachher');
    await nextTick();
    expect(surface.textContent).toBe('nachher');
    value.value = null;
    await nextTick();
    expect(surface.textContent).toBe('');
  });

  test.each([
    ['an empty text', null, ['Vielen Dank']],
    ['a text', plainToRichText('Mit Gruß'), ['Vielen Dank', 'Mit Gruß']],
  ])('what is typed into %s before the library is there is its value at once, and once', async (_what, start, all) => {
    const { wrapper, value } = mountField<RichText | null>(RichTextEditor, start, { label: 'Text' });
    const surface = wrapper.get('[role="textbox"]').element as HTMLElement;
    surface.textContent = 'Vielen Dank';
    surface.dispatchEvent(new Event('input'));
    expect(value.value).toEqual(plainToRichText(all.join('\n\n')));
    await vi.waitFor(() => expect(surface.classList).toContain('ProseMirror'));
    await nextTick();
    expect(surface.textContent).toBe(all.join(''));
    expect(JSON.stringify(value.value).match(/Vielen Dank/g)).toHaveLength(1);
  });

  test('is one stop for Tab and moves by arrows in its toolbar', async () => {
    const { wrapper } = await open(null);
    const buttons = wrapper.get('[role="toolbar"]').findAll('button');
    expect(buttons.map((button) => button.attributes('aria-label') ?? button.text())).toEqual([
      ...[
        'Fett',
        'Kursiv',
        'Unterstrichen',
        'Aufzählung',
        'Nummerierte Liste',
        'Rückgängig',
        'Wiederholen',
        'Platzhalter',
      ],
    ]);
    const stops = () => buttons.filter((button) => button.element.tabIndex === 0).map((button) => button.text());
    expect(stops()).toHaveLength(1);
    buttons[0]?.element.focus();
    await buttons[0]?.trigger('keydown', { key: 'ArrowLeft' });
    expect(document.activeElement).toBe(buttons.at(-1)?.element);
    expect(stops()).toEqual(['Platzhalter']);
    await buttons.at(-1)?.trigger('keydown', { key: 'ArrowRight' });
    expect(document.activeElement).toBe(buttons[0]?.element);
  });

  test('counts when it is nearly full and says by how much it is too long', async () => {
    const { wrapper, value } = await open(plainToRichText('x'.repeat(44_999)));
    expect(wrapper.text()).not.toContain('Zeichen');
    value.value = plainToRichText('x'.repeat(45_000));
    await nextTick();
    expect(wrapper.text()).toContain('45.000 von 50.000 Zeichen');
    value.value = plainToRichText('x'.repeat(50_012));
    await nextTick();
    expect(wrapper.text()).toContain('Bitte kürzen Sie den Text um 12 Zeichen (höchstens 50.000).');
    expect(wrapper.get('[role="textbox"]').attributes('aria-invalid')).toBe('true');
  });

  test('tells what the host said, and its hint otherwise', async () => {
    const { wrapper } = await open(null, { hint: 'Ein Hinweis', errors: [] });
    expect(wrapper.text()).toContain('Ein Hinweis');
    wrapper.unmount();
    const wrong = await open(null, { hint: 'Ein Hinweis', errors: ['Bitte füllen Sie das Feld „Text“ aus.'] });
    expect(wrong.wrapper.text()).toContain('Bitte füllen Sie das Feld „Text“ aus.');
    expect(wrong.wrapper.text()).not.toContain('Ein Hinweis');
  });
});

test('a formatted text is shown by elements, never as HTML', () => {
  const content: RichText = {
    v: 1,
    blocks: [
      {
        type: 'paragraph',
        inlines: [
          { type: 'text', text: '<img src=x onerror=alert(1)>', bold: true, italic: true },
          { type: 'break' },
          { type: 'placeholder', name: 'dueDate', underline: true },
          { type: 'placeholder', name: 'skontoDate' },
        ],
      },
      { type: 'list', ordered: true, items: [[{ type: 'text', text: 'eins' }]] },
      { type: 'list', ordered: false, items: [[]] },
    ],
  };
  const shown = mountInWindow(RichTextView, { content, placeholders });
  expect(shown.html().replaceAll(/\s*\n\s*/g, '')).toBe(
    '<div class="rich-text-content"><p dir="auto"><strong><em>&lt;img src=x onerror=alert(1)&gt;</em></strong><br>' +
      '<u><span class="placeholder placeholder--value" title="Fälligkeit">15.12.2026</span></u>' +
      '<span class="placeholder placeholder--empty" title="Skonto bis">Skonto bis</span></p>' +
      '<ol><li>eins</li></ol><ul><li></li></ul></div>',
  );
});
