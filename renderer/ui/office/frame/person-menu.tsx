import { Menu } from '@mantine/core';
import { IconChevronDown, IconKey, IconUser } from '@tabler/icons-react';
import { useEntranceTexts } from '../office-texts';
import { BandButton } from './band-button';
import { useOffice } from './office-context';
import styles from './person-menu.module.css';

/** Who is signed in; pressed, what they may change of their own. `isBrief`: without the name where the band is narrow. */
export function PersonMenu({ isBrief }: { readonly isBrief: boolean }) {
  const { user, onOwnPassword } = useOffice();
  const { t } = useEntranceTexts();
  return (
    <Menu position="bottom-end" width={260} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <BandButton icon={<IconUser size={20} aria-hidden />} label={user.displayName}>
          <span className={styles.name} data-brief={isBrief || undefined}>
            <span>{user.displayName}</span>
            <IconChevronDown size={16} aria-hidden />
          </span>
        </BandButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={styles.who ?? ''}>
          {user.displayName}
          <span>{t(`role.${user.role}`)}</span>
        </Menu.Label>
        <Menu.Item leftSection={<IconKey size={20} aria-hidden />} onClick={onOwnPassword}>
          {t('ownPassword')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
