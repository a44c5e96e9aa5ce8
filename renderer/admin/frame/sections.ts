import { IconBuildingCommunity, type IconProps } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Role } from '../../../electron/contract/staff';
import { HallSection } from '../hall/hall-section';
import type { TextKey } from '../texts/use-texts';

export interface Section {
  /** Behind `#` in the address. */
  readonly address: string;
  readonly name: TextKey;
  readonly icon: ComponentType<IconProps>;
  readonly roles: readonly Role[];
  readonly page: ComponentType;
}

/** The sections in the order of the navigation, which shows exactly these. To add one: add a row. */
export const sections: readonly Section[] = [
  {
    address: 'balai',
    name: 'section.hall',
    icon: IconBuildingCommunity,
    roles: ['supervisor', 'admin'],
    page: HallSection,
  },
];
