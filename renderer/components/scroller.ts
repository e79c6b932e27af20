/** What scrolls an element: the nearest one around it that can, or the page. */
export function scrollerOf(start: Element): Element | null {
  for (let element = start.parentElement; element !== null; element = element.parentElement) {
    const isScrollable = ['auto', 'scroll'].includes(getComputedStyle(element).overflowY);
    if (isScrollable && element.scrollHeight > element.clientHeight) return element;
  }
  return document.scrollingElement;
}
