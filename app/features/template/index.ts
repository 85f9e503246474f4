export * from "./content";
export { coordinates } from "./access.server";
export { contentOf, type VersionAt } from "./kept.server";
export {
  copyTemplate,
  createTemplate,
  freezeTemplateVersion,
  newVersionFrom,
  saveTemplate,
  type TemplateMade,
  type TemplateRefusal,
  type TemplateSaved,
} from "./saving.server";
export { editTemplate, indicatorChoices, templatePage, templatesFor, type TemplateLine, type TemplatePage } from "./queries.server";
