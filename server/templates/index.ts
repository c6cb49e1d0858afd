/** Templates: the city's usual words for answers and notices, version by version. The only door into this folder. */

export { TEMPLATE_SAVED } from './commands/save-template.ts';
export { TemplateModel, TemplateVersionModel, versionId } from './template.model.ts';
export { isTemplateVersion } from './template.queries.ts';
