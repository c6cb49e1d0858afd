/** Live updates: open pages hear of changes by themselves. The only door into this folder. */

export { type Changes, followChanges } from './changes.ts';
export { liveUpdates, type MayPass } from './live.ts';
