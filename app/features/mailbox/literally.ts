/** Words to find as they are typed: to the database "%" and "_" would otherwise stand for anything. */
export function literally(words: string): string {
  return words.replace(/[\\%_]/g, "\\$&");
}
