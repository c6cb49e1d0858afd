/** Routing: rules that suggest which department a case is for. The only door into this folder. */

export { ROUTING_EVENTS } from './commands/change-rules.ts';
