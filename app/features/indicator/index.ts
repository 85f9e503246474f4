export { dataProfile, outliersOf, type IndicatorInProfile, type OutlierFigure, type TrendPoint } from "./queries.server";
export {
  figureInWords, outlierWords, periodInWords, plainFigure, polarityWords, statusWord, type Outlier, type Polarity,
} from "./words";
