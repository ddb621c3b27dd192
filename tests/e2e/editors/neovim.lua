-- What a headless neovim makes of the server. Environment: DRAFT, the draft; PYTHON, what runs newslint; OUT, where
-- what was seen is written as JSON.

local seen = {}

local function finish(failure)
  seen.failure = failure
  local out = assert(io.open(vim.env.OUT, "w"))
  out:write(vim.fn.json_encode(seen))
  out:close()
  vim.cmd("qall!")
end

local function codes()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, each.code or each.user_data.lsp.code)
  end
  table.sort(found)
  return found
end

local function wait(what, holds)
  if not vim.wait(120000, holds, 20) then
    error("it did not come: " .. what)
  end
end

local function session()
  vim.cmd("edit " .. vim.fn.fnameescape(vim.env.DRAFT))
  local id = vim.lsp.start_client({
    name = "newslint",
    cmd = { vim.env.PYTHON, "-m", "newslint", "lsp" },
    root_dir = vim.fn.getcwd(),
  })
  vim.lsp.buf_attach_client(0, id)
  wait("diagnostics", function() return #vim.diagnostic.get(0) > 0 end)
  seen.encoding = vim.lsp.get_client_by_id(id).offset_encoding
  seen.first = codes()
  local where = vim.diagnostic.get(0)[1]
  seen.word = vim.api.nvim_buf_get_lines(0, where.lnum, where.lnum + 1, true)[1]:sub(where.col + 1, where.end_col)

  vim.api.nvim_win_set_cursor(0, { where.lnum + 1, where.col })
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  local answer = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 120000)
  local fix = answer[id].result[1]
  seen.fix = fix.title
  vim.lsp.util.apply_workspace_edit(fix.edit, seen.encoding)
  wait("diagnostics after the fix", function() return #codes() == #seen.first - 1 end)
  seen.after = codes()
  seen.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), "\n")

  vim.lsp.stop_client(id)
  wait("the server's end", function() return #vim.lsp.get_active_clients() == 0 end)
end

local fine, failure = pcall(session)
finish(not fine and tostring(failure) or nil)
