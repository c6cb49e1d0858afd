import { defineConfig } from 'vite';

/**
 * The client: the public pages' islands, the operators' desk, and a style sheet for each.
 * Pages find the hashed files through the manifest, so nothing here writes HTML.
 */
// biome-ignore lint/style/noDefaultExport: vite takes its configuration as the default export
export default defineConfig({
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    cssTarget: ['chrome107', 'firefox104', 'safari16'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      input: [
        'client/main.ts',
        'client/desk.tsx',
        'client/styles/public.css',
        'client/styles/home.css',
        'client/styles/embed.css',
        'client/styles/article.css',
        'client/styles/wizard.css',
        'client/styles/desk.css',
        'client/styles/phones.css',
        'client/styles/slip.css',
        'client/styles/statistics.css',
        'client/styles/open-data.css',
        'client/styles/petitions.css',
        'client/styles/petition.css',
        'client/styles/petition-cards.css',
        'client/styles/petition-share.css',
        'client/styles/petition-poster.css',
        'client/styles/petition-waiting.css',
      ],
    },
  },
});
