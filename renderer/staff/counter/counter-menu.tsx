import { Menu } from '@mantine/core';
import {
  IconChartBar,
  IconDots,
  IconList,
  IconPlayerPause,
  IconPlayerPlay,
  IconSettings,
  IconTicketOff,
  IconUserPlus,
} from '@tabler/icons-react';
import type { HallCounter } from '../../../electron/contract/staff';
import { useTexts } from '../texts';
import styles from './counter-menu.module.css';
import type { HallActs } from './hall-acts';

const iconSize = 18;

/** What can be done with a counter, and the ways to its desk, its figures and how it is set up. */
export function CounterMenu(props: {
  readonly counter: HallCounter;
  readonly acts: HallActs;
  readonly onMenu: (isOpen: boolean) => void;
}) {
  const { counter, acts } = props;
  const { t, local } = useTexts();
  const desk = acts.freeDesk(counter);
  return (
    <Menu
      withInitialFocusPlaceholder={false}
      withinPortal={false}
      position="bottom-end"
      width={268}
      offset={4}
      transitionProps={{ duration: 0 }}
      classNames={{ dropdown: styles.menu, item: styles.item }}
      onChange={props.onMenu}
    >
      <Menu.Target>
        <button
          type="button"
          className={styles.dots}
          aria-label={t('hall.menu', { code: counter.code, name: local(counter.name) })}
        >
          <IconDots size={20} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconList size={iconSize} aria-hidden />} onClick={() => acts.open(counter)}>
          {t('hall.seeLine', { count: counter.waiting })}
        </Menu.Item>
        {desk && (
          <Menu.Item
            leftSection={<IconUserPlus size={iconSize} aria-hidden />}
            disabled={!acts.isReady}
            onClick={() => acts.sit(desk)}
          >
            {t('hall.sit', { label: desk.label })}
          </Menu.Item>
        )}
        {counter.paused ? (
          <Menu.Item
            leftSection={<IconPlayerPlay size={iconSize} aria-hidden />}
            disabled={!acts.isReady}
            onClick={() => acts.resume(counter)}
          >
            {t('counter.resume')}
          </Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<IconPlayerPause size={iconSize} aria-hidden />}
            disabled={!acts.isReady}
            onClick={() => acts.stop(counter)}
          >
            {t('hall.closeWhy')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconTicketOff size={iconSize} aria-hidden />}
          onClick={() => acts.open(counter, 'limits')}
        >
          {t('hall.limit')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          component="a"
          href={`/reports#perbandingan?counter=${counter.id}`}
          leftSection={<IconChartBar size={iconSize} aria-hidden />}
        >
          {t('hall.report')}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={`/admin#gerai?pilih=${counter.id}`}
          leftSection={<IconSettings size={iconSize} aria-hidden />}
        >
          {t('hall.setUp')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
