/** What editors read about the elements: their modules are told where the package has them. */
export default {
  globs: ['src/elements/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  quiet: true,
  packagejson: false,
  plugins: [
    {
      name: 'built-modules',
      packageLinkPhase({ customElementsManifest }) {
        const built = JSON.stringify(customElementsManifest).replace(
          /"(\/?)src\/([^"]+)\.[jt]s"/g,
          '"$1dist/$2.js"',
        );
        Object.assign(customElementsManifest, JSON.parse(built));
      },
    },
  ],
};
