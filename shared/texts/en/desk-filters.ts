import type { DeskFiltersTexts } from '#shared/texts/uk/desk-filters.ts';

/** Search and filters of the desk's lists, in English. */
export const deskFilters: DeskFiltersTexts = {
  search: 'Search the list',
  searchHint: 'Words or a number',
  find: 'Find',
  tooLong: 'This is longer than 200 characters. Leave a few words or a number.',
  noWords: 'There is no letter or digit in this. Write a word or a number.',
  title: 'Filters',
  chosen: 'Chosen filters',
  remove: 'Remove the filter {filter}',
  clear: 'Remove all',
  any: 'Any',
  asInAddress: 'Several values, as in the address',
  apply: 'Show',
  nothing: 'Nothing fits these filters. Remove some of them.',
  unknown: 'One of the filters has a value that the register does not know. Remove it or choose another.',
  noPriority: 'usual',
  labels: {
    q: 'Words',
    status: 'State',
    category: 'Topic',
    district: 'District',
    department: 'Executor',
    channel: 'How it came',
    priority: 'Priority',
    due: 'Due',
    receivedFrom: 'Received from',
    receivedTo: 'Received until',
  },
  due: { overdue: 'overdue', '3days': 'within 3 days', week: 'within a week' },
};
