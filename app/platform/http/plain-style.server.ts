/** The plain pages' style: they must not depend on the build. */
export const plainStyle = `
:root { color-scheme: light; }
body { margin: 0; background: #fbfaf7; color: #0f1f1c; font: 1.1875rem/1.4 Arial, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { font-size: 1.75rem; line-height: 1.2; border-top: 6px solid #12473f; padding-top: 1rem; }
a { color: #0b5a4e; }
textarea { width: 100%; box-sizing: border-box; font: inherit; border: 2px solid #0f1f1c; padding: .3rem; }
button { font: inherit; font-weight: bold; color: #fff; background: #12473f; border: 0; padding: .6rem 1rem; cursor: pointer; }
a:focus, button:focus, textarea:focus { outline: 3px solid #ffdd00; outline-offset: 0; box-shadow: 0 0 0 5px #0b0c0c; }
`;
