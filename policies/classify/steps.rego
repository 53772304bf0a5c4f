package aiact.classify.steps

steps := []
