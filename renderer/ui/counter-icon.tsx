import {
  IconBolt,
  IconBook,
  IconBriefcase,
  IconBuilding,
  IconBuildingBank,
  IconBuildingMosque,
  IconBuildingStore,
  IconBus,
  IconCar,
  IconCash,
  IconDroplet,
  IconFilePercent,
  IconFish,
  IconGavel,
  IconHeartbeat,
  IconHeartHandshake,
  IconHelmet,
  IconHomeEco,
  IconId,
  IconLicense,
  IconMail,
  IconMapPin,
  IconPigMoney,
  IconPlane,
  IconPlant,
  type IconProps,
  IconReceiptTax,
  IconRoad,
  IconScale,
  IconSchool,
  IconShield,
  IconStethoscope,
  IconTool,
  IconUsers,
} from '@tabler/icons-react';
import { type ComponentType, useState } from 'react';
import { type CounterIconName, isCounterIcon } from '../../electron/contract/counter-icons';
import { addressOfPicture, isOwnPicture } from '../../electron/contract/picture-addresses';

const pictures: Readonly<Record<CounterIconName, ComponentType<IconProps>>> = {
  briefcase: IconBriefcase,
  'building-bank': IconBuildingBank,
  'building-mosque': IconBuildingMosque,
  'building-store': IconBuildingStore,
  bus: IconBus,
  car: IconCar,
  cash: IconCash,
  droplet: IconDroplet,
  'file-percent': IconFilePercent,
  fish: IconFish,
  gavel: IconGavel,
  'heart-handshake': IconHeartHandshake,
  heartbeat: IconHeartbeat,
  helmet: IconHelmet,
  'home-eco': IconHomeEco,
  id: IconId,
  license: IconLicense,
  'map-pin': IconMapPin,
  'pig-money': IconPigMoney,
  plane: IconPlane,
  'receipt-tax': IconReceiptTax,
  road: IconRoad,
  scale: IconScale,
  school: IconSchool,
  shield: IconShield,
  stethoscope: IconStethoscope,
  bolt: IconBolt,
  book: IconBook,
  mail: IconMail,
  plant: IconPlant,
  tool: IconTool,
  users: IconUsers,
};

/**
 * A counter's picture: one of Antre's or the hall's own. One that isn't known, or whose file is gone, is a building, so
 * that a bad row takes nothing down.
 */
export function CounterIcon({ name, ...props }: { readonly name: string } & IconProps) {
  const [gone, setGone] = useState<string | null>(null);
  if (isOwnPicture(name) && gone !== name) {
    const { size, className } = props;
    return (
      <img
        src={addressOfPicture(name)}
        alt=""
        className={className}
        {...(size === undefined ? {} : { width: size, height: size })}
        style={{ objectFit: 'contain' }}
        onError={() => setGone(name)}
      />
    );
  }
  const Picture = isCounterIcon(name) ? pictures[name] : IconBuilding;
  return <Picture stroke={2} aria-hidden="true" {...props} />;
}
