import { createRenderer, type Renderer } from '../../electron/host/workers/renderer.ts';

/** One for all tests of a file: a rendering thread takes a second to load fonts and libraries. */
export const sharedRenderer: Renderer = { ...createRenderer(), close: () => Promise.resolve() };

/** A renderer that runs `between` after the document was loaded and before it is recorded. */
export function rendererWith(between: () => Promise<unknown>): Renderer & { renders: number } {
  const renderer = {
    renders: 0,
    render: async (...args: Parameters<Renderer['render']>) => {
      renderer.renders += 1;
      const rendered = await sharedRenderer.render(...args);
      await between();
      return rendered;
    },
    close: () => sharedRenderer.close(),
  };
  return renderer;
}
