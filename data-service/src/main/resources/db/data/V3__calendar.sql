-- Which calendar of trading days a product has; null: every weekday, with its hours.
ALTER TABLE contract_spec ADD COLUMN calendar TEXT;

-- Products that came with earlier versions, unless their hours were changed.
UPDATE contract_spec SET calendar = 'CME_EQUITY'
WHERE symbol IN ('ES', 'MES', 'NQ', 'MNQ', 'RTY', 'M2K', 'YM', 'MYM', 'EMD', 'NKD')
    AND opens = '17:00' AND closes = '16:00' AND time_zone = 'America/Chicago';
UPDATE contract_spec SET calendar = 'CME_ENERGY_METALS'
WHERE symbol IN ('CL', 'MCL', 'QM', 'NG', 'RB', 'HO', 'BZ', 'GC', 'MGC', 'SI', 'SIL', 'HG', 'MHG', 'PL', 'PA')
    AND opens = '17:00' AND closes = '16:00' AND time_zone = 'America/Chicago';
UPDATE contract_spec SET calendar = 'CME_RATES'
WHERE symbol IN ('ZB', 'UB', 'ZN', 'TN', 'ZF', 'ZT')
    AND opens = '17:00' AND closes = '16:00' AND time_zone = 'America/Chicago';
UPDATE contract_spec SET calendar = 'CME_CURRENCIES'
WHERE symbol IN ('6E', 'M6E', '6J', '6B', 'M6B', '6A', 'M6A', '6C', '6S')
    AND opens = '17:00' AND closes = '16:00' AND time_zone = 'America/Chicago';
UPDATE contract_spec SET calendar = 'CME_GRAINS'
WHERE symbol IN ('ZC', 'ZS', 'ZW', 'ZM', 'ZL')
    AND opens = '19:00' AND closes = '13:20' AND time_zone = 'America/Chicago';
UPDATE contract_spec SET calendar = 'CME_LIVESTOCK'
WHERE symbol IN ('LE', 'HE')
    AND opens = '08:30' AND closes = '13:05' AND time_zone = 'America/Chicago';

DROP VIEW contract_specs;
CREATE VIEW contract_specs AS
SELECT symbol, name, CAST(tick_size AS REAL) AS tick_size,
    CAST(tick_size AS REAL) * CAST(point_value AS REAL) AS tick_value,
    CAST(contract_size AS REAL) AS contract_size, CAST(initial_margin AS REAL) AS margin_requirement,
    currency, exchange, CAST(point_value AS REAL) AS point_value, quote,
    CAST(maintenance_margin AS REAL) AS maintenance_margin, margin_date, margin_source, months, active_months,
    time_zone, opens, closes, notes, CAST(commission AS REAL) AS commission,
    CAST(exchange_fees AS REAL) AS exchange_fees, fees_date, fees_source, regular_opens, regular_closes, calendar
FROM contract_spec;
