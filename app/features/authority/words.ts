/** The line that published figures must carry wherever they are shown. */
export const attribution =
  "Contains public sector information licensed under the Open Government Licence v3.0. Contains National Statistics and OS data © Crown copyright and database right 2023.";
