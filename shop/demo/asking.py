"""stub"""
def add_inquiries(world, buyers): pass
