document.body.append('models');
