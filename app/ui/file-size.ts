/** "340 KB", "2.1 MB". */
export function fileSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000)).toLocaleString("en-GB")} KB` : `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, "")} MB`;
}
