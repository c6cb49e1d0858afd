/** Style sheets that a script brings with it; the build takes them out. */
declare module '*.css';
