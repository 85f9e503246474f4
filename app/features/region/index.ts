// What other features, the seed and the routes may use of regions and their settings.
export {
  challengeStyleLabels, challengeStyles, endorserLabels, endorsers, readRegionSettings, regionSettings, visibilities, visibilityLabels,
  type ChallengeStyle, type Endorser, type RegionSettings, type Visibility,
} from "./settings";
