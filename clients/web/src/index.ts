export { Dateline, Problem, type Answer, type Schemas } from './client.js';
export { escape, picture, renderBlock, renderBlocks, type RenderOptions } from './blocks.js';
export { revalidating, verify, type DatelineEvent, type RemovalNotice, type Revalidation } from './webhook.js';
export { previewing } from './preview.js';
