-- The domain says which steps an order and a payment may take (`OrderState::STEPS`, `PaymentState::STEPS`). The books hold to
-- it, whoever writes in them.
CREATE TRIGGER orders_begin BEFORE INSERT ON orders WHEN NEW.state <> 'placed'
BEGIN SELECT RAISE (ABORT, 'an order begins as placed'); END;

CREATE TRIGGER orders_step BEFORE UPDATE OF state ON orders
WHEN NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (VALUES
    ('placed', 'paid'), ('placed', 'cancelled'), ('paid', 'cancelled'), ('cancelled', 'paid'))
BEGIN SELECT RAISE (ABORT, 'an order takes no such step'); END;

CREATE TRIGGER payments_begin BEFORE INSERT ON payments WHEN NEW.state <> 'pending'
BEGIN SELECT RAISE (ABORT, 'a payment begins as pending'); END;

CREATE TRIGGER payments_step BEFORE UPDATE OF state ON payments
WHEN NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (VALUES
    ('pending', 'promised'), ('pending', 'captured'), ('pending', 'failed'), ('promised', 'captured'), ('promised', 'failed'),
    ('captured', 'failed'), ('failed', 'promised'), ('failed', 'captured'))
BEGIN SELECT RAISE (ABORT, 'a payment takes no such step'); END;
