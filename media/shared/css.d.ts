/** esbuild makes one style sheet of those that a page imports. */
declare module '*.css';
