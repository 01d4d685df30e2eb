/** What friends see, in one file on demand. */
export { CodeScreen as code } from "./components/code-screen.tsx";
export { WelcomeScreen as welcome } from "./components/welcome-screen.tsx";
export { default as css } from "./more.css?inline";
