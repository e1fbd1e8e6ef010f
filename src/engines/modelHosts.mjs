/**
 * The hosts of the catalogue. Addresses of other hosts stand here and nowhere else. Plain JavaScript: the servers and
 * the service worker make the policy of the models page from it (tools/headers.mjs), and only what that page loads
 * may import it besides.
 * @type {readonly import('./CatalogueEntry').ModelHost[]}
 */
export const modelHosts = [
  {
    id: 'huggingFace',
    name: 'Hugging Face',
    origins: ['https://huggingface.co'],
    redirects: ['https://*.huggingface.co', 'https://*.hf.co'],
  },
  {
    id: 'gitHub',
    name: 'GitHub',
    origins: ['https://raw.githubusercontent.com', 'https://api.github.com'],
    redirects: [],
  },
];
