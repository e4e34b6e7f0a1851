/** What `styles.css` says, minified; put in by `build.mjs`. */
declare const WIDGET_STYLES: string;
