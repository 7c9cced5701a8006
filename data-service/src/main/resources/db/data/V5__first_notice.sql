-- From which trading day on the holder of a contract may be told to take delivery; null: never, or not known.
ALTER TABLE contract_spec ADD COLUMN first_notice TEXT;

-- Products that came with earlier versions.
UPDATE contract_spec SET first_notice = 'last_day_of_month_before'
WHERE last_trade IS NOT NULL AND symbol IN ('ZB', 'UB', 'ZN', 'TN', 'ZF', 'ZT', 'ZC', 'ZS', 'ZW', 'ZM', 'ZL',
    'GC', 'MGC', 'SI', 'SIL', 'HG', 'PL', 'PA');
UPDATE contract_spec SET first_notice = 'after_last_trade'
WHERE last_trade IS NOT NULL AND symbol IN ('CL', 'NG', 'RB', 'HO');

DROP VIEW contract_specs;
CREATE VIEW contract_specs AS
SELECT symbol, name, CAST(tick_size AS REAL) AS tick_size,
    CAST(tick_size AS REAL) * CAST(point_value AS REAL) AS tick_value,
    CAST(contract_size AS REAL) AS contract_size, CAST(initial_margin AS REAL) AS margin_requirement,
    currency, exchange, CAST(point_value AS REAL) AS point_value, quote,
    CAST(maintenance_margin AS REAL) AS maintenance_margin, margin_date, margin_source, months, active_months,
    time_zone, opens, closes, notes, CAST(commission AS REAL) AS commission,
    CAST(exchange_fees AS REAL) AS exchange_fees, fees_date, fees_source, regular_opens, regular_closes, calendar,
    last_trade, first_notice
FROM contract_spec;
