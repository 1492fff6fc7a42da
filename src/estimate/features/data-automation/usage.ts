import type { Stated } from '../../../model/stated.ts';

export const DATA_AUTOMATION = 'data_automation';

/** A project as the code declares it. */
export interface Project {
  /** Whether blueprints make its output custom. */
  readonly isCustom: boolean;
}

/** Keys of the manifest that are billed one by one: with their dimension, component and unit. */
export const COUNTED = [
  { key: 'pages', dimension: 'page-standard', component: 'standard pages', unit: 'pages' },
  { key: 'custom_pages', dimension: 'page-custom', component: 'custom pages', unit: 'pages' },
  { key: 'images', dimension: 'image-standard', component: 'standard images', unit: 'images' },
  { key: 'custom_images', dimension: 'image-custom', component: 'custom images', unit: 'images' },
  { key: 'audio_minutes', dimension: 'audio-minute-standard', component: 'standard audio', unit: 'minutes' },
  {
    key: 'custom_audio_minutes',
    dimension: 'audio-minute-custom',
    component: 'custom audio',
    unit: 'minutes',
  },
  { key: 'video_minutes', dimension: 'video-minute-standard', component: 'standard video', unit: 'minutes' },
  {
    key: 'custom_video_minutes',
    dimension: 'video-minute-custom',
    component: 'custom video',
    unit: 'minutes',
  },
] as const;

/** Documents of one kind, with the fields of their blueprint. */
export interface Documents {
  readonly pages: Stated;
  readonly fields?: Stated | undefined;
}
