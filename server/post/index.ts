/** Post: what the city sends by post and has said by telephone, registries and what came of it. The only door into this folder. */

export { bringsPaper, listPapers, POST } from './commands/list-papers.ts';
export { type MailedPaper, mailedPaper } from './mailed-paper.ts';
export { delivererOf } from './post.policy.ts';
