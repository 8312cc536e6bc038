# The pause before an order is packed.
change-until = You can change this order until { $time }.
desk-packing-waits = The shopper can change it until { $time }. Then it is packed.
desk-packing-now = Pack it now
