/** Placeholder until the catalogue's own. @type {readonly string[]} */
export const modelHosts = ['https://huggingface.co', 'https://*.hf.co'];
