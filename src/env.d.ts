declare namespace App {
  interface Locals {
    /** The guide whose text is being shown: its components take what they show from here. */
    guide?: import('./views/guides.ts').ServiceView;
  }
}
