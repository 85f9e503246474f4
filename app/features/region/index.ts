// What other features, the seed and the routes may use of regions and their settings.
export {
  challengeSettings, challengeStyleLabels, challengeStyles, endorserLabels, endorsers, readRegionSettings, regionSettings, usualThemes, visibilities, visibilityLabels,
  type ChallengeSettings, type ChallengeStyle, type Endorser, type RegionSettings, type Visibility,
} from "./settings";
