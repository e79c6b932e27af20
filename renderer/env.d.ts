declare module '*.vue' {
  import type { DefineComponent } from 'vue';
  const component: DefineComponent;
  export default component;
}

interface Window {
  /** The bridge of electron/preload.ts; absent in a browser. */
  readonly kontor?: {
    call(name: string, input: unknown): Promise<unknown>;
    on(listener: (event: unknown) => void): () => void;
  };
}
