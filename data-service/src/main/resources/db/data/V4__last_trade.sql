-- On which trading day of its month a contract trades last; null: not known.
ALTER TABLE contract_spec ADD COLUMN last_trade TEXT;

-- Products that came with earlier versions.
UPDATE contract_spec SET last_trade = 'third_friday'
WHERE symbol IN ('ES', 'MES', 'NQ', 'MNQ', 'RTY', 'M2K', 'YM', 'MYM', 'EMD');
UPDATE contract_spec SET last_trade = 'three_days_before_25th_of_month_before'
WHERE symbol IN ('CL');
UPDATE contract_spec SET last_trade = 'four_days_before_25th_of_month_before'
WHERE symbol IN ('MCL', 'QM');
UPDATE contract_spec SET last_trade = 'three_days_before_month'
WHERE symbol IN ('NG');
UPDATE contract_spec SET last_trade = 'last_day_of_month_before'
WHERE symbol IN ('RB', 'HO');
UPDATE contract_spec SET last_trade = 'third_last_day'
WHERE symbol IN ('GC', 'MGC', 'SI', 'SIL', 'HG', 'PL', 'PA');
UPDATE contract_spec SET last_trade = 'third_last_day_of_month_before'
WHERE symbol IN ('MHG');
UPDATE contract_spec SET last_trade = 'eighth_last_day'
WHERE symbol IN ('ZB', 'UB', 'ZN', 'TN');
UPDATE contract_spec SET last_trade = 'last_day'
WHERE symbol IN ('ZF', 'ZT', 'LE');
UPDATE contract_spec SET last_trade = 'two_days_before_third_wednesday'
WHERE symbol IN ('6E', 'M6E', '6J', '6B', 'M6B', '6A', 'M6A', '6S');
UPDATE contract_spec SET last_trade = 'day_before_third_wednesday'
WHERE symbol IN ('6C');
UPDATE contract_spec SET last_trade = 'day_before_15th'
WHERE symbol IN ('ZC', 'ZS', 'ZW', 'ZM', 'ZL');
UPDATE contract_spec SET last_trade = 'last_friday'
WHERE symbol IN ('BTC', 'MBT', 'ETH', 'MET');

DROP VIEW contract_specs;
CREATE VIEW contract_specs AS
SELECT symbol, name, CAST(tick_size AS REAL) AS tick_size,
    CAST(tick_size AS REAL) * CAST(point_value AS REAL) AS tick_value,
    CAST(contract_size AS REAL) AS contract_size, CAST(initial_margin AS REAL) AS margin_requirement,
    currency, exchange, CAST(point_value AS REAL) AS point_value, quote,
    CAST(maintenance_margin AS REAL) AS maintenance_margin, margin_date, margin_source, months, active_months,
    time_zone, opens, closes, notes, CAST(commission AS REAL) AS commission,
    CAST(exchange_fees AS REAL) AS exchange_fees, fees_date, fees_source, regular_opens, regular_closes, calendar,
    last_trade
FROM contract_spec;
