/** What a page needs beyond itself and its own host. */
export interface PolicyNeeds {
  /** Origins that pictures may come from, as configured by the publisher. */
  readonly images?: readonly string[];
  /** Origins that scripts may ask. */
  readonly connect?: readonly string[];
  /** Whether WebAssembly runs here (the full-text engine). */
  readonly wasm?: boolean;
}

/** Stand for the hashes of what stands within the page; the build puts them in when the page is finished. */
export const INLINE_STYLES = "'inline-styles'";
export const INLINE_SCRIPTS = "'inline-scripts'";

const sources = (name: string, ...allowed: readonly (string | false | undefined)[]) =>
  [name, ...allowed.filter(Boolean)].join(' ');

/**
 * The content security policy of a page (CSP level 2, as old WebViews know it): nothing but the own host, no code or
 * style in the page except what the build wrote there. `frame-ancestors` is refused in a page by the standard and
 * comes with the servers' configurations.
 */
export const contentPolicy = ({ images = [], connect = [], wasm = false }: PolicyNeeds = {}): string =>
  [
    sources('default-src', "'none'"),
    sources('script-src', "'self'", wasm && "'wasm-unsafe-eval'", INLINE_SCRIPTS),
    sources('style-src', "'self'", INLINE_STYLES),
    sources('img-src', "'self'", 'data:', ...images),
    sources('connect-src', "'self'", ...connect),
    sources('font-src', "'self'"),
    sources('media-src', "'self'"),
    sources('manifest-src', "'self'"),
    sources('worker-src', "'self'"),
    sources('form-action', "'self'"),
    sources('base-uri', "'none'"),
  ].join('; ');
